import { percent } from '../../../../../core/assessment/evidence/measures'
import { brandId } from '../../../../../core/assessment/brands/rules'
import { routes } from '../../../../../core/shared/routes'
import { brandsOf } from '../../brands/figures'
import { homeOf } from '../../homes/figures'
import { remediesIn } from '../../remedies/figures'
import { sight, source } from '../source'

/** 一支一品牌、一支一项目 (P62). A branch that told of none is not seen. */
export const brands = source({
  name: 'brands',
  title: '品牌和项目',
  measures: { brand: { unit: 'yes', text: '有支部品牌' }, project: { unit: 'yes', text: '有支部项目' } },
  read: ({ store, branch }) => brandsOf(store, branch._id),
  count: ({ brand, project }, { branch }) => ({
    brand: sight(brand ? 1 : null, { text: brand?.name ?? '', page: routes.brand({ id: brandId(branch._id, 'brand') }) }),
    project: sight(project ? 1 : null, { text: project?.name ?? '', page: routes.brand({ id: brandId(branch._id, 'project') }) }),
  }),
})

/** 老党员之家 (P63): the ten things of the home that the branch uses; of several the one that has most. */
export const homes = source({
  name: 'homes',
  title: '老党员之家',
  measures: { holds: { unit: '条', text: '“十有”做到了几条' } },
  read: ({ store, branch, now }) => homeOf({ store, now }, branch._id),
  count: home => ({
    holds: sight(
      home?.holds ?? null,
      ...(home ? [{ text: `${home.name}：${String(home.holds)}/${String(home.of)}条`, page: routes.partyHome({ id: home.homeId }) }] : []),
    ),
  }),
})

/** 整改: what was put right by its day, of what was and of what is late. */
export const remedies = source({
  name: 'remedies',
  title: '整改',
  measures: { 'in-time': { unit: '%', text: '整改按期完成的占百分之几' } },
  read: ({ store, branch, time, now }) => remediesIn(store, { branchId: branch._id, from: time.from, to: time.until, now }),
  count: ({ done, inTime, late }, { branch }) => ({
    'in-time': sight(percent(inTime, done + late), {
      text: `完成${String(done)}项，按期${String(inTime)}项，过期没完成${String(late)}项`,
      page: routes.remedies({ orgId: branch._id, name: branch.name }),
    }),
  }),
})
