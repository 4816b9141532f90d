import { useRouter } from '@tarojs/taro'
import { PublicCard } from '../../features/people/public-cards/PublicCard'
import { publicCardOfQuery } from '../../platform/links'

/** Somebody's public card, by `code` or by WeChat's scanner (`q`); open to anybody. */
export default function PublicCardPage() {
  const { code, q } = useRouter().params
  return <PublicCard code={publicCardOfQuery({ code, q })} />
}
