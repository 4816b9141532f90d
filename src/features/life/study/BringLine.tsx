import { routes } from '../../../../core/shared/routes'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { officesOf, useActing } from '../../people/public'

/** The way to what a visitor brings a member and fetches; for those near enough by their office. */
export const BringLine = ({ memberId, name }: { memberId: string; name: string }) => {
  const { me } = useActing()
  if (!me || officesOf(me).length === 0) return null
  return <LinkRow icon="book" words="送学上门" note="带书、带材料，一起学一课" onPress={() => go(routes.bring({ memberId, name }))} />
}
