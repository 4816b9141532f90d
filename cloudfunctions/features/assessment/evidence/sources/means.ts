import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { duesEvidence, fundEvidence } from '../../../means/public'
import { sight, source } from '../source'

/** Dues in time (P70), as they stand. */
export const dues = source({
  name: 'dues',
  title: '党费',
  measures: { 'in-time': { unit: '%', text: '没有欠交党费的党员占百分之几' } },
  read: ({ store, branch, now }) => duesEvidence({ store, now }, branch),
  count: ({ owing, inTime }, { branch }) => ({
    'in-time': sight(percent(inTime, owing), {
      text: `定了基数的${String(owing)}人，没有欠交的${String(inTime)}人`,
      page: routes.dues({ orgId: branch._id, name: branch.name }),
    }),
  }),
})

/** Money in order (P70): of what was spent in the year, what has its papers; and whether the year was told to the members. */
export const funds = source({
  name: 'funds',
  title: '经费',
  measures: {
    papers: { unit: '%', text: '支出有票据、有集体讨论记录的占百分之几' },
    published: { unit: 'yes', text: '向党员公布了全年收支' },
    counts: { unit: '次', text: '盘点了几次现金' },
  },
  read: ({ store, branch, now, time }) => fundEvidence({ store, now }, branch._id, time.year),
  count: ({ spends, lacking, published, counts }, { branch, time: { year } }) => {
    const seen = {
      text: `支出${String(spends)}笔，缺票据或讨论记录的${String(lacking)}笔，盘点${String(counts)}次`,
      page: routes.funds({ orgId: branch._id, name: branch.name, year }),
    }
    return {
      papers: sight(percent(spends - lacking, spends), seen),
      // A branch that keeps no book here is not seen.
      published: sight(spends === 0 && !published ? null : published ? 1 : 0, seen),
      counts: sight(spends === 0 && counts === 0 ? null : counts, seen),
    }
  },
})
