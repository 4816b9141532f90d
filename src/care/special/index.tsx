import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/people/identity/Known'
import { CareList, MyCare } from '../../features/care/special-care/CareList'
import { NamedOrg } from '../NamedOrg'

/** Who is in special care: one's own (`mine`), those of the branch, or of an organization (`orgId`, `name`). */
export default function SpecialPage() {
  const { mine } = useRouter().params
  if (mine) return <Known>{() => <MyCare />}</Known>
  return <NamedOrg>{({ orgId, name, wide }) => <CareList orgId={orgId} name={name} wide={wide} />}</NamedOrg>
}
