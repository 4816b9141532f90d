import { Greeting } from '../../features/care/birthdays/Greeting'
import { guarded } from '../../features/home/guard/rooms/service'

definePageConfig({ navigationBarTitleText: '贺卡' })

/** The card of a person’s day (`id`). */
export default guarded('greeting', ({ id }) => <Greeting celebrationId={id} />)
