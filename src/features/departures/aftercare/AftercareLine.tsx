import { LinkRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { dateOf } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import { routes } from '../../../../core/shared/routes'

/** On the desk of a branch: what is still to be done for a family. */
export const AftercareLine = ({ orgId }: { orgId: string }) => {
  const data = useQuery('aftercare.list', { orgId }).data
  if (!data || data.open === 0) return null
  const late = data.items.reduce((sum, item) => sum + item.late, 0)
  return (
    <LinkRow
      icon="file"
      words={`善后：${String(data.open)} 家还有事要办`}
      note={late > 0 ? `${String(late)} 件过了日子` : '按这里看谁来办、哪天前办'}
      onPress={() => go(routes.farewells())}
    />
  )
}

/** On the first screen of a member who has something to do for a family after a death: what, and by when; silent otherwise. */
export const MyAftercareLine = () => {
  const items = useQuery('aftercare.mine', {}).data?.items ?? []
  const today = dateOf(now())
  return items.map(({ memberId, name, steps }) => {
    const [first] = steps
    if (!first) return null
    const late = first.by < today
    return (
      <LinkRow
        key={memberId}
        icon={late ? 'warn' : 'file'}
        words={`${name}同志善后：${String(steps.length)} 件事`}
        note={`${first.title}，${late ? '过了日子' : `${sayDay(first.by)}前`}`}
        onPress={() => go(routes.aftercare({ memberId }))}
      />
    )
  })
}
