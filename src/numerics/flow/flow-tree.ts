/** A node without parent, child or sibling there. */
export const NOBODY = -1;

/** A rooted tree of the nodes of a flow network; arrays over nodes. */
export interface FlowTree {
  readonly parent: Int32Array;
  /** Arc between a node and its parent. */
  readonly arc: Int32Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly previousSibling: Int32Array;
}

const attach = (tree: FlowTree, node: number, parent: number, arc: number): void => {
  const { firstChild, nextSibling, previousSibling } = tree;
  const sibling = firstChild[parent]!;
  tree.parent[node] = parent;
  tree.arc[node] = arc;
  nextSibling[node] = sibling;
  previousSibling[node] = NOBODY;
  if (sibling !== NOBODY) previousSibling[sibling] = node;
  firstChild[parent] = node;
};

const detach = ({ parent, firstChild, nextSibling, previousSibling }: FlowTree, node: number) => {
  const before = previousSibling[node]!;
  const after = nextSibling[node]!;
  if (before === NOBODY) firstChild[parent[node]!] = after;
  else nextSibling[before] = after;
  if (after !== NOBODY) previousSibling[after] = before;
};

/** Every node below one root, node `size`, by arc `firstArc` + node. */
export const starTree = (size: number, firstArc: number): FlowTree => {
  const empty = (): Int32Array => new Int32Array(size + 1).fill(NOBODY);
  const tree: FlowTree = {
    parent: empty(),
    arc: empty(),
    depth: new Int32Array(size + 1).fill(1),
    firstChild: empty(),
    nextSibling: empty(),
    previousSibling: empty(),
  };
  tree.depth[size] = 0;
  for (let node = 0; node < size; node++) attach(tree, node, size, firstArc + node);
  return tree;
};

/**
 * Cut the branch of `top` off and hang it, turned round, by its node `hook` below `parent`.
 *
 * Cost O(depth of hook in the branch); depths are left to `raiseBranch`.
 */
export const rehang = (
  tree: FlowTree,
  top: number,
  hook: number,
  parent: number,
  arc: number,
): void => {
  let [node, above, by] = [hook, parent, arc];
  for (;;) {
    const [oldParent, oldArc] = [tree.parent[node]!, tree.arc[node]!];
    detach(tree, node);
    attach(tree, node, above, by);
    if (node === top) return;
    above = node;
    by = oldArc;
    node = oldParent;
  }
};

/** Set the depth and raise the potential of every node of the branch of `top`. Cost O(branch). */
export const raiseBranch = (
  tree: FlowTree,
  top: number,
  potential: Float64Array,
  by: number,
): void => {
  const { parent, depth, firstChild, nextSibling } = tree;
  let node = top;
  for (;;) {
    depth[node] = depth[parent[node]!]! + 1;
    potential[node]! += by;
    if (firstChild[node]! !== NOBODY) {
      node = firstChild[node]!;
      continue;
    }
    while (node !== top && nextSibling[node]! === NOBODY) node = parent[node]!;
    if (node === top) return;
    node = nextSibling[node]!;
  }
};
