import { LinkRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { isAhead, spanOf, whatWords, whenWords } from './words'
import { routes } from '../../../../core/shared/routes'

/** On the desk of a branch: who celebrates within a week, one tap from calling them. */
export const BirthdayLine = ({ branchId }: { branchId: string }) => {
  const items = useQuery('birthday.list', { branchId, ...spanOf('week', now()) }).data?.items
  const ahead = items?.filter(item => item.exact && isAhead(item, now())) ?? []
  const [first] = ahead
  if (!first) return null
  return (
    <LinkRow
      icon="cake"
      words={`七天内 ${new Set(ahead.map(item => item.memberId)).size} 人过生日`}
      note={`${first.name} ${whenWords(first)} ${whatWords(first)}`}
      onPress={() => go(routes.birthdays())}
    />
  )
}
