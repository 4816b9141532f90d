import { guarded } from '../../features/home/guard/rooms/service'
import { Proof } from '../../features/service/honours/Proof'
import { honourOfQuery } from '../../features/service/honours/links'

definePageConfig({ navigationBarTitleText: '荣誉证书' })

/** What a certificate's code proves, by `code` or by WeChat’s scanner (`q`); open to everyone. */
export default guarded('honour', ({ asked }) => <Proof code={honourOfQuery({ code: asked('code'), q: asked('q') })} />)
