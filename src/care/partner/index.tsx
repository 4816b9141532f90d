import { partnerOfQuery } from '../../features/care/pledges/links'
import { PartnerPage } from '../../features/care/pledges/PartnerPage'
import { guarded } from '../../features/home/guard/inRoom'

definePageConfig({ navigationBarTitleText: '共建单位', enableShareAppMessage: true })

/** A partner unit's own page, by `code` or by WeChat’s scanner (`q`); open to everyone who has its card. */
export default guarded('partner', ({ asked }) => <PartnerPage code={partnerOfQuery({ code: asked('code'), q: asked('q') })} />)
