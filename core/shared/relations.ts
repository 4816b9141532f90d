/** Relations of a family helper to the elder they act for. */
export const relations = ['spouse', 'child', 'grandchild', 'relative', 'carer'] as const
export type Relation = (typeof relations)[number]
