import { guarded } from '../../features/home/guard/rooms/service'
import { PublicCard } from '../../features/people/public-cards/PublicCard'
import { publicCardOfQuery } from '../../features/people/public-cards/links'

definePageConfig({ navigationBarTitleText: '党员卡片', enableShareAppMessage: true })

/** A public card, by `code` or by WeChat’s scanner (`q`); open to everyone. */
export default guarded('publicCard', ({ asked }) => <PublicCard code={publicCardOfQuery({ code: asked('code'), q: asked('q') })} />)
