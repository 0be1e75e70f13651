import { MultiDirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import { dealPicture, firmPicture, NARROW_STAGE } from '../style/picture.ts';
import { shortName } from '../style/short-name.ts';
import { fireColour } from '../theme/fire-colour.ts';
import { drawDealNotes } from './deal-notes.ts';
import { drawLabels, type ShownFirm } from './labels.ts';
import { drawLaneTitles } from './lane-titles.ts';
import {
  createDealEdgeProgram,
  type DealDisplay,
  type FireClock,
} from './programs/deal-edge/index.ts';
import { type FirmDisplay, firmNodeProgram } from './programs/firm-node/index.ts';
import type { Change, MapModel, Renderer, RendererEvents } from './renderer.ts';

export interface SceneEvents extends RendererEvents {
  /** The browser took a WebGL context away. */
  onLost(): void;
  /** After every drawing: where the firms stand in the viewport. */
  onDrawn(firms: readonly ShownFirm[]): void;
}

/** Pixels that the chevrons move in a round. */
const PHASE_PER_ROUND = 130;
/** A tap this near to a disc means the firm. */
const TAP_REACH = 22;
const WEBGL_LAYERS = ['edges', 'nodes', 'hoverNodes'] as const;

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** The map in WebGL. Draws when told to and when the camera moves; nothing runs at rest. */
export const createScene = (
  container: HTMLElement,
  first: MapModel,
  events: SceneEvents,
): Renderer => {
  let model = first;
  const clock: FireClock = { phase: 0 };
  const listening = new AbortController();

  const firmDisplay = (id: string): Partial<FirmDisplay> => {
    const picture = firmPicture(model.network, model.layout, model.moment, id);
    const { shape, ring, gap, equityLeft, fill, radius } = picture;
    return { type: 'firm', label: null, size: radius, color: fill, shape, ring, gap, equityLeft };
  };

  const dealDisplay = (id: string): Partial<DealDisplay> => {
    const { theme } = model.moment;
    const picture = dealPicture(model.network, model.layout, model.moment, id);
    const { pattern, curvature, filledHead, gap, alpha, brightness, ember, fire } = picture;
    const share = Math.sqrt(Math.max(brightness, ember));
    return {
      ...{ pattern, curvature, filledHead, gap, alpha, brightness, ember, fire },
      type: 'deal',
      label: null,
      size: picture.width,
      color: picture.colour,
      progress: stillness.matches ? 1 : picture.progress,
      hot: fireColour(theme, 0.25 + 0.6 * share),
      zIndex: picture.lit ? 1 : 0,
    };
  };

  const graphOf = ({ layout, network }: MapModel): MultiDirectedGraph => {
    const graph = new MultiDirectedGraph();
    for (const id of layout.visible.firms) {
      const { x, y } = layout.placement.places.get(id)!;
      graph.addNode(id, { x, y: -y });
    }
    for (const id of layout.visible.deals) {
      const [payer, payee] = network.extremities(id);
      graph.addEdgeWithKey(id, payer, payee);
    }
    return graph;
  };

  const boxOf = ({ stage }: MapModel) => ({
    x: [0, stage.width] as [number, number],
    y: [-stage.height, 0] as [number, number],
  });

  const sigma = new Sigma(graphOf(first), container, {
    allowInvalidContainer: true,
    defaultNodeType: 'firm',
    defaultEdgeType: 'deal',
    nodeProgramClasses: { firm: firmNodeProgram },
    edgeProgramClasses: { deal: createDealEdgeProgram(clock) },
    nodeReducer: (_id, data) => ({ ...data, ...firmDisplay(_id) }),
    edgeReducer: (_id, data) => ({ ...data, ...dealDisplay(_id) }),
    defaultDrawNodeHover: () => undefined,
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 0,
    minCameraRatio: 0.12,
    maxCameraRatio: 1.6,
    enableCameraRotation: false,
  });
  sigma.setCustomBBox(boxOf(first));
  sigma.createCanvasContext('lanes');
  sigma.getCanvases()['edges']!.before(sigma.getCanvases()['lanes']!);
  sigma.resize(true);

  const layer = (name: string): CanvasRenderingContext2D =>
    sigma.getCanvases()[name]!.getContext('2d')!;

  const shownFirms = (): readonly ShownFirm[] => {
    const { network, layout, moment, language, selection, hover } = model;
    return [...layout.visible.firms].map((id) => {
      const { x, y } = layout.placement.places.get(id)!;
      const picture = firmPicture(network, layout, moment, id);
      const isFirm = [selection, hover].some((it) => it?.kind === 'firm' && it.id === id);
      return {
        id,
        name: shortName(network.getNodeAttributes(id), language),
        picture,
        ...sigma.graphToViewport({ x, y: -y }),
        radius: sigma.scaleSize(picture.radius),
        pointed: isFirm,
      };
    });
  };

  /** A whole refresh waits for the next frame: until then single firms can't be repainted. */
  let stale = false;

  sigma.on('afterRender', () => {
    stale = false;
    const { width, height } = sigma.getDimensions();
    const { layout, moment, language } = model;
    const project = ({ x, y }: { readonly x: number; readonly y: number }) =>
      sigma.graphToViewport({ x, y: -y });
    const lanes = layer('lanes');
    lanes.clearRect(0, 0, width, height);
    drawLaneTitles(lanes, moment.theme, language, layout.placement.lanes, project);
    const firms = shownFirms();
    const labels = layer('labels');
    const zoomedIn = sigma.getCamera().ratio < 0.6;
    drawLabels(labels, moment.theme, firms, { width, height }, width < NARROW_STAGE && !zoomedIn);
    drawDealNotes(labels, model, project, { width, height });
    events.onDrawn(firms);
  });

  const nearestFirm = (x: number, y: number): string | null => {
    const near = shownFirms()
      .map((firm) => ({ id: firm.id, gap: Math.hypot(firm.x - x, firm.y - y) - firm.radius }))
      .filter(({ gap }) => gap < TAP_REACH)
      .sort((a, b) => a.gap - b.gap)[0];
    return near?.id ?? null;
  };
  const isTouch = (original: MouseEvent | TouchEvent): boolean => 'touches' in original;

  sigma.on('enterNode', ({ node }) => events.onHover({ kind: 'firm', id: node }));
  sigma.on('leaveNode', () => events.onHover(null));
  sigma.on('enterEdge', ({ edge }) => events.onHover({ kind: 'deal', id: edge }));
  sigma.on('leaveEdge', () => events.onHover(null));
  sigma.on('clickNode', ({ node }) => events.onSelect({ kind: 'firm', id: node }));
  sigma.on('clickEdge', ({ edge, event }) => {
    const firm = isTouch(event.original) ? nearestFirm(event.x, event.y) : null;
    events.onSelect(firm === null ? { kind: 'deal', id: edge } : { kind: 'firm', id: firm });
  });
  sigma.on('clickStage', ({ event }) => {
    const firm = isTouch(event.original) ? nearestFirm(event.x, event.y) : null;
    events.onSelect(firm === null ? null : { kind: 'firm', id: firm });
  });
  sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault());
  for (const name of WEBGL_LAYERS) {
    const lost = (event: Event): void => {
      event.preventDefault();
      events.onLost();
    };
    sigma.getCanvases()[name]!.addEventListener('webglcontextlost', lost, {
      signal: listening.signal,
    });
  }
  sigma.refresh();

  return {
    update(next: MapModel, change: Change) {
      model = next;
      const { frame } = next.moment;
      clock.phase = stillness.matches ? 0 : (frame?.position ?? 0) * PHASE_PER_ROUND;
      if (change === 'layout') {
        sigma.setGraph(graphOf(next));
        sigma.setCustomBBox(boxOf(next));
      }
      if (change !== 'look' || stale) {
        stale = true;
        sigma.refresh({ schedule: true });
      } else {
        const graph = sigma.getGraph();
        const partialGraph = { nodes: graph.nodes(), edges: graph.edges() };
        sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
      }
    },
    fit() {
      sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    },
    zoom(factor) {
      const camera = sigma.getCamera();
      camera.setState({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    pan(dx, dy) {
      const { width, height } = sigma.getDimensions();
      const centre = sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
      sigma.getCamera().setState(centre);
    },
    destroy() {
      listening.abort();
      sigma.kill();
    },
  };
};
