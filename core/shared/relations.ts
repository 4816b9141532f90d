/** How a family helper stands to the elder they act for. */
export const relations = ['spouse', 'child', 'grandchild', 'relative', 'carer'] as const
export type Relation = (typeof relations)[number]
