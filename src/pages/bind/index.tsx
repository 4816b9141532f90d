import { guarded } from '../../features/home/guard/guarded'
import { BindScreen } from '../../features/people/identity/BindScreen'

definePageConfig({ navigationBarTitleText: '绑定身份' })

/** Opened from an invitation's card (`invite`) or from 我的. */
export default guarded('bind', ({ acting, asked }) => {
  const invite = asked('invite')
  return <BindScreen acting={acting} {...(invite === undefined ? {} : { invite })} />
})
