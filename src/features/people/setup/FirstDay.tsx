import { routes } from '../../../../core/shared/routes'
import { Card } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { firstDay } from './steps'

const ways = { roster: routes.import(), invite: routes.inviteAll(), notice: routes.publish() } as const
const icons = { roster: 'upload', invite: 'share', notice: 'notice' } as const

/**
 * On the secretary's desk: on the first day the roster, the invitation, the first notice, which ends it; after that only who has not come in yet, and
 * nothing once all have.
 */
export const FirstDay = ({ branchId }: { branchId: string }) => {
  const { data } = useQuery('setup.firstDay', { branchId })
  if (!data) return null
  const left = data.members - data.bound
  if (data.notice && left === 0) return null
  if (data.notice)
    return <LinkRow icon="share" words="邀请全支部" note={`还有 ${String(left)} 位没绑定微信`} onPress={() => go(routes.inviteAll())} />
  return (
    <Card title="第一天，三步就好">
      {firstDay.map(({ step, title, now, done }, index) => (
        <LinkRow
          key={step}
          icon={done(data) ? 'done' : icons[step]}
          words={`${String(index + 1)}. ${title}`}
          note={now(data)}
          onPress={() => go(ways[step])}
        />
      ))}
    </Card>
  )
}
