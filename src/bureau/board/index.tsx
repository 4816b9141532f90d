import { Board } from '../../features/help/requests/board/Board'
import { Rows } from '../../features/help/requests/board/Rows'
import { laneOf } from '../../features/help/requests/lanes'
import { kindOf } from '../../features/help/requests/words'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '求助看板' })

/** The board of requests: one’s own, that of an organization below (`orgId`, `name`), one of its lists (`lane`), or rows (`rows`, `month`, `kind`, `broken`). */
export default guarded('requestBoard', ({ acting, office: { orgId, orgName: name }, asked }) => {
  const month = asked('month')
  if (asked('rows') !== undefined && month !== undefined)
    return <Rows orgId={orgId} name={name} month={month} kind={kindOf(asked('kind'))} broken={asked('broken') === '1'} />
  const lane = asked('lane')
  const own = acting.me.grants.some(grant => grant.orgId === orgId)
  return <Board orgId={orgId} name={name} lane={lane === undefined ? undefined : laneOf(lane)} own={own} />
})
