import { LinkRow } from '../../components/Rows'
import { go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { pages } from './pages'

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
      onPress={() => go(pages.list())}
    />
  )
}

/** On the home of a group leader or liaison: what of a family's aftercare is for them to do; silent otherwise. */
export const MyAftercareLine = ({ orgId, of }: { orgId: string; of: string }) => {
  const families = (useQuery('aftercare.list', { orgId }).data?.items ?? []).filter(item => item.mine > 0)
  const [first] = families
  if (!first) return null
  const mine = families.reduce((sum, item) => sum + item.mine, 0)
  return (
    <LinkRow
      icon="file"
      words={`善后：请您办 ${String(mine)} 件事`}
      note={families.length === 1 ? `${first.name}同志家` : `${String(families.length)} 家，按这里看`}
      onPress={() => go(families.length === 1 ? pages.family(first.memberId) : pages.list(orgId, of))}
    />
  )
}
