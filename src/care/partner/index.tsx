import { PartnerPage } from '../../features/care/pledges/PartnerPage'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '共建单位', enableShareAppMessage: true })

/** A partner unit's own page, from the card that its contact was sent; open to everyone who has it. */
export default guarded('partner', ({ asked }) => <PartnerPage code={asked('code')} />)
