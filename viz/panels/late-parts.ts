import { FirmBand } from '../views/bands/firm-band.ts';
import { HeadlineBand } from '../views/bands/headline-band.ts';
import { SliderTicks } from '../views/curve/slider-ticks.ts';

/** Parts that come once the page has settled: nothing waits for them. */
export const LATE_PARTS: Readonly<Record<string, CustomElementConstructor>> = {
  'cb-firm-band': FirmBand,
  'cb-headline-band': HeadlineBand,
  'cb-slider-ticks': SliderTicks,
};
