import { useRouter } from '@tarojs/taro'
import { BindScreen } from '../../features/people/identity/BindScreen'

/** Opened from an invitation's card (`invite`) or from 我的. */
export default function Bind() {
  const { invite } = useRouter().params
  return <BindScreen {...(invite ? { invite } : {})} />
}
