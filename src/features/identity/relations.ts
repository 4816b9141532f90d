import type { Asked } from '../../platform/call'

export type Relation = Asked<'family.invite'>['relation']

/** What a family helper is to the elder. */
export const relationWords: Record<Relation, string> = {
  spouse: '老伴',
  child: '子女',
  grandchild: '孙辈',
  relative: '亲戚',
  carer: '护理员',
}

/** In the order in which they are offered. */
export const relations: readonly Relation[] = ['spouse', 'child', 'grandchild', 'relative', 'carer']
