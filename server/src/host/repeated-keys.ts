import type { Node } from 'jsonc-parser';

/** A key that its object has more than once; JSON keeps the last and says nothing. */
export interface Repeated {
  readonly key: string;
  /** Where the second one stands. */
  readonly offset: number;
  readonly length: number;
  readonly times: number;
}

/** Keys that stand twice or more often in one object of what a config says of people, offices, places and organisations. */
export function repeatedKeys(tree: Node | undefined): Repeated[] {
  const out: Repeated[] = [];
  const look = (node: Node): void => {
    if (node.type === 'object') {
      const seen = new Map<string, Node[]>();
      for (const { children } of node.children ?? []) {
        const key = children?.[0];
        if (!key) continue;
        const nodes = seen.get(key.value as string);
        if (nodes) nodes.push(key);
        else seen.set(key.value as string, [key]);
      }
      for (const [key, nodes] of seen)
        if (nodes.length > 1) out.push({ key, offset: nodes[1]!.offset, length: nodes[1]!.length, times: nodes.length });
    }
    for (const child of node.children ?? []) {
      const inner = child.type === 'property' ? child.children?.[1] : child;
      if (inner?.children) look(inner);
    }
  };
  for (const { children } of tree?.type === 'object' ? (tree.children ?? []) : [])
    if (children?.[1]?.children && knowledgeKeys.includes(children[0]!.value as string)) look(children[1]);
  return out;
}

/** What a config may say of the world; a pack has nothing else. */
export const knowledgeKeys: readonly string[] = ['people', 'offices', 'places', 'organisations'];
