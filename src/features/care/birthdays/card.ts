import { frame, line, star } from '../../../components/paper'
import { fullDate } from '../../../components/times'
import { instantOf } from '../../../../core/shared/calendar'
import type { Given } from '../../../platform/call'
import type { Brush } from '../../../platform/picture'
import { colours } from '../../../theme/colours'

export type Card = NonNullable<Given<'birthday.greeting'>['card']>

const { soft: SOFT, red: RED } = colours

/** What stands large on the card, and what is wished. */
const wordsOf = ({ kind, years, quiet }: Card): { head: string; figure: string; wishes: string[] } => {
  if (kind === 'political') {
    const head = years === 50 ? '光荣在党' : '政治生日'
    return {
      head,
      figure: `${years} 年`,
      wishes: quiet ? ['支部惦记着您', '请多保重'] : [`${years}年前的今天`, '您加入了中国共产党', '向您致敬！'],
    }
  }
  if (quiet) return { head: '今天是您的生日', figure: `${years} 岁`, wishes: ['支部惦记着您', '请多保重'] }
  return { head: '生日快乐', figure: `${years} 岁`, wishes: ['福如东海长流水', '寿比南山不老松', '祝您健康长寿！'] }
}

/** What the card says, in one sentence. */
export const cardWords = (card: Card): string => {
  const { head, figure, wishes } = wordsOf(card)
  return `${card.name}同志，${head}，${figure}，${wishes.join('，')}`
}

/** Draws the card of the day with the person's name; a plain one for a house of mourning. */
export const paintCard = (card: Card) => (brush: Brush) => {
  const { head, figure, wishes } = wordsOf(card)
  const colour = card.quiet ? SOFT : RED
  frame(brush, card.quiet)
  if (!card.quiet) star(brush, 190, 60)
  line(brush, head, 370, 110, { colour, weight: 600 })
  line(brush, `${card.name} 同志`, 530, 84, { weight: 600 })
  line(brush, figure, 720, 130, { colour, weight: 600 })
  wishes.forEach((wish, index) => line(brush, wish, 870 + index * 84, 54))
  line(brush, card.branchName, 1240, 44)
  line(brush, fullDate(instantOf(card.on)), 1312, 38, { colour: SOFT })
}
