import type { brands as contract } from '../../../../core/assessment/brands/contract'
import { brandId, brandKinds, excerptOf } from '../../../../core/assessment/brands/rules'
import { rootOf } from '../../../../core/shared/scopes'
import type { Output } from '../../../../core/shared/operation'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { Brands, type Brand } from './documents'

type Shown = NonNullable<Output<(typeof contract)['brand.own']>['brand']>

const PAGE = 20
const latest = byNumber('changedAt', 'desc')

const shownOf = (row: Brand | undefined): Shown | null => {
  if (!row?.now) return null
  const { _id, kind, branchId, branchName, changedAt, version } = row
  return { ...row.now, ...{ brandId: _id, kind, branchId, branchName, changedAt, version } }
}
const pastOf = ({ past }: Brand) =>
  past.toReversed().map(({ name, story, changed, since, until, why }) => ({ name, story, changed, since, until, why }))

export const lists: Handlers<Pick<typeof contract, 'brand.own' | 'brand.gallery' | 'brand.read'>> = {
  async 'brand.own'({ branchId }, { store, subject: branch, may, fail }) {
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const rows = await store.table(Brands).getMany(brandKinds.map(kind => brandId(branchId, kind)))
    const of = (kind: Brand['kind']) => rows.find(one => one.kind === kind)
    return {
      ...{ branchName: branch.name, brand: shownOf(of('brand')), project: shownOf(of('project')), may: may('save', 'end') },
      past: rows.flatMap(row => pastOf(row).map(one => ({ kind: row.kind, ...one }))),
    }
  },

  async 'brand.gallery'({ kind, cursor }, { store, person }) {
    const of = { root: rootOf(person.path), shown: true, ...(kind === undefined ? {} : { kind }) }
    const page = await pageBy(store.table(Brands), of, latest, { size: PAGE, cursor })
    return {
      items: page.items.flatMap(row => {
        const told = shownOf(row)
        if (!told) return []
        const [photoFileId] = told.photoFileIds
        return [
          {
            ...{ brandId: told.brandId, kind: told.kind, name: told.name, branchName: told.branchName, story: excerptOf(told.story) },
            ...(photoFileId === undefined ? {} : { photoFileId }),
            activities: told.activities.length,
          },
        ]
      }),
      cursor: page.cursor,
    }
  },

  async 'brand.read'(_input, { subject: row, person, fail }) {
    // It is for everyone of the district to learn from, and for no other.
    if (row.root !== rootOf(person.path)) return fail('NOT_FOUND')
    return { ...(shownOf(row) ?? fail('NOT_FOUND')), past: pastOf(row) }
  },
}
