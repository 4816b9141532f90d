import { useEffect } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Card } from '../../../components/Card'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { keep, recall } from '../../../platform/storage'
import { firstDay } from './steps'

/** Branches whose first notice was seen are not asked about again. */
const place = (branchId: string) => `first-day/${branchId}`

const ways = { roster: routes.import(), invite: routes.inviteAll(), notice: routes.publish() } as const
const icons = { roster: 'upload', invite: 'share', notice: 'notice' } as const

/** The secretary's first day on the desk: the roster, the invitation, the first notice. With that it has done its work and is gone. */
export const FirstDay = ({ branchId }: { branchId: string }) => {
  const { data } = useQuery('setup.firstDay', recall(place(branchId)) === true ? null : { branchId })
  const noticed = data?.notice === true
  useEffect(() => {
    if (noticed) keep(place(branchId), true)
  }, [noticed, branchId])
  if (!data || noticed) return null
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
