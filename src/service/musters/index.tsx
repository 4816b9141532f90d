import { guarded } from '../../features/home/guard/rooms/service'
import { MusterListScreen } from '../../features/service/musters/MusterList'

definePageConfig({ navigationBarTitleText: '应急集结' })

const callers: readonly string[] = ['secretary', 'street', 'bureau']

/** Musters of an organization (`orgId`), or those that the reader is called to. */
export default guarded('musters', ({ acting, asked }) => (
  <MusterListScreen orgId={asked('orgId')} calls={acting.me.grants.some(one => callers.includes(one.role))} />
))
