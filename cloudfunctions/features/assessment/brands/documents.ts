import type { BrandKind } from '../../../../core/assessment/brands/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** A brand or project as its branch tells of it. */
export interface BrandTold {
  name: string
  story: string
  changed: string
  photoFileIds: string[]
  activities: { activityId: string; title: string; on: DateText }[]
  since: DateText
}

/** A branch's brand, or its project (P62); `_id` is `<branch>:<kind>`, so that there is one of each at a time. */
export interface Brand {
  _id: string
  kind: BrandKind
  branchId: string
  branchName: string
  path: string
  /** The organization above all: others there learn from it. */
  root: string
  /** Those of other branches of its district read it too; which district is looked at where it is read. */
  audience: 'open'
  /** Missing between two. */
  now?: BrandTold
  /** Is there one? */
  shown: boolean
  changedAt: Instant
  by: Actor
  /** The command that changed it last: sent again, it is the same. */
  commandId: string
  /** Former ones, the earliest first. */
  past: (BrandTold & { until: DateText; why: string })[]
  version: number
}
export const Brands = collection('brands', {
  indexes: [
    by('branch', 'branchId', 'kind'),
    by('gallery', 'root', 'shown', 'changedAt', '_id'),
    by('kind', 'root', 'kind', 'shown', 'changedAt', '_id'),
  ],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<Brand>()
