import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { routes } from '../../../../core/shared/routes'

/** The way to the elders one looks after; silent for a member without any. */
export const MyEldersLine = () => {
  const count = useQuery('pairing.mine', {}).data?.elders.length ?? 0
  if (count === 0) return null
  // A helper wants to hear when their pairings change.
  const open = async () => {
    await askToTell(['pairing-news'])
    go(routes.elders())
  }
  return <LinkRow icon="people" words="我联系的老同志" note={`${count} 位，打电话、看望`} onPress={() => void open()} />
}
