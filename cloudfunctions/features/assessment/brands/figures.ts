import { brandId, brandKinds, type BrandKind } from '../../../../core/assessment/brands/rules'
import type { Store } from '../../../kernel/store'
import { Brands, type Brand, type BrandTold } from './documents'

/** What a branch has as its brand and its project. */
export const brandsOf = async (store: Store, branchId: string): Promise<Partial<Record<BrandKind, BrandTold>>> => {
  const rows = await store.table(Brands).getMany(brandKinds.map(kind => brandId(branchId, kind)))
  const of = (kind: BrandKind): BrandTold | undefined => rows.find((one: Brand) => one.kind === kind && one.shown)?.now
  const [brand, project] = [of('brand'), of('project')]
  return { ...(brand ? { brand } : {}), ...(project ? { project } : {}) }
}
