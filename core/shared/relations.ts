/** Relations of a family helper to the elder they act for, in the order in which they are asked. */
export const relations = ['child', 'spouse', 'grandchild', 'relative', 'carer'] as const
export type Relation = (typeof relations)[number]

export const relationWords: Readonly<Record<Relation, string>> = {
  child: '子女',
  spouse: '老伴',
  grandchild: '孙辈',
  relative: '亲戚',
  carer: '护理员',
}
