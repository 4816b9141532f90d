import { guarded } from '../../features/home/guard/rooms/pages'
import { BindScreen } from '../../features/people/identity/BindScreen'

definePageConfig({ navigationBarTitleText: '绑定身份' })

/** Opened from an invitation's card (`invite`), a branch's card (`branch`) or from 我的. */
export default guarded('bind', ({ acting, asked }) => (
  <BindScreen acting={acting} invite={asked('invite')} as={asked('as')} branch={asked('branch')} />
))
