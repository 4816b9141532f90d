import { View } from '@tarojs/components'
import { Section } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Many } from '../../../components/Many'
import { spoken } from '../../../components/spoken'
import { span } from '../../../components/times'
import { isClaimable, placesWords, type Shift } from './post'
import './posts.css'

interface Props {
  shifts: readonly Shift[]
  value: string | undefined
  onChange: (shiftId: string) => void
}

const toneOf = ({ state, mine }: Shift) => (mine ? 'good' : state === 'open' ? 'danger' : state === 'full' ? 'warn' : 'soft')
const mineWords = (mine: NonNullable<Shift['mine']>) => (mine.state === 'held' ? '您的班' : `您候补第 ${mine.position ?? 1} 位`)

const Row = ({ shift, chosen, onPress }: { shift: Shift; chosen: boolean; onPress: () => void }) => {
  const open = isClaimable(shift)
  const when = span(shift.startsAt, shift.endsAt)
  const words = shift.mine ? mineWords(shift.mine) : placesWords(shift)
  return (
    <View
      className={`shift-row row${chosen ? ' chosen' : ''}${open || shift.mine ? '' : ' shut'}`}
      {...(open ? { onClick: onPress, ...spoken('radio', { label: `${when}，${words}`, checked: chosen }) } : {})}
    >
      <Icon
        name={shift.mine ? 'done' : chosen ? 'done' : open ? 'radio' : 'calendar-off'}
        tone={shift.mine ? 'good' : chosen ? 'red' : 'soft'}
      />
      <View className="grow">
        <View className="words-whole">{when}</View>
        <View className={`strong ${toneOf(shift)}`}>{words}</View>
      </View>
    </View>
  )
}

/** Which of several shifts: large rows, those that are over left out. */
export const ShiftChoice = ({ shifts, value, onChange }: Props) => (
  <Section title="您哪一班能来？">
    <View {...spoken('radiogroup', { label: '您哪一班能来？' })}>
      <Many items={shifts.filter(shift => shift.state !== 'over')} keyOf={shift => shift.shiftId} step={8} unit="班">
        {shift => <Row shift={shift} chosen={shift.shiftId === value} onPress={() => onChange(shift.shiftId)} />}
      </Many>
    </View>
  </Section>
)
