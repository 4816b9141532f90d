/** One brand and one project, of each one at a time. */
export const brandKinds = ['brand', 'project'] as const
export type BrandKind = (typeof brandKinds)[number]
export const brandWords: Readonly<Record<BrandKind, string>> = { brand: '品牌', project: '项目' }

/** Activities that are tied to one, and former ones that a branch keeps. */
export const [MOST_ACTIVITIES, MOST_PAST] = [30, 50] as const

/** So much of its story stands in the gallery. */
const EXCERPT = 80
export const excerptOf = (story: string): string => (story.length > EXCERPT ? `${story.slice(0, EXCERPT)}……` : story)

/** The key of a branch's one, so that there can be no second. */
export const brandId = (branchId: string, kind: BrandKind): string => `${branchId}:${kind}`
