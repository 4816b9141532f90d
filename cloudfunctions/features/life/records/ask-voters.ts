import type { records as contract } from '../../../../core/life/records/contract'
import { sheetOf } from '../attendance/sheet'
import type { Handlers } from '../use-case'
import { deciding, electorateOf } from './voters'

export const voters: Handlers<Pick<typeof contract, 'life.voters'>> = {
  async 'life.voters'(_input, context) {
    const { store, subject: activity } = context
    const [sheet, electorate] = await Promise.all([sheetOf(context, activity), electorateOf(store, activity)])
    const people = sheet.items.filter(one => !one.guest || one.state === 'present')
    return {
      of: deciding(activity),
      voters: electorate.votersAt(activity, sheet),
      people: people.map(({ memberId, name }) => ({ memberId, name })).sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    }
  },
}
