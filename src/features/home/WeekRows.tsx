import { View } from '@tarojs/components'
import { IconButton } from '../../components/Button'
import { useStanding } from '../../components/Part'
import { Portrait } from '../../components/Portrait'
import { PersonRow } from '../../components/Rows'
import { call } from '../../platform/call'
import { go } from '../../platform/go'
import { useCall } from '../people/public'
import type { Person } from './week'

/** One elder with all there is to do; a press opens what is most urgent, the telephone rings before a visit. */
const WeekRow = ({ person: { name, matters } }: { person: Person }) => {
  useStanding()
  const visitId = matters.find(matter => matter.visitId !== undefined)?.visitId
  const { press, below } = useCall({ name, ask: () => call('visit.phone', { visitId: visitId ?? '' }) })
  return (
    <View className="stack">
      <PersonRow
        name={name}
        face={<Portrait small name={name} fileId={matters.find(({ portrait }) => portrait !== undefined)?.portrait} />}
        note={matters.map(({ words }) => words).join('；')}
        onPress={() => go(matters[0].to)}
        {...(visitId === undefined ? {} : { action: <IconButton icon="phone" label={`打电话：${name}`} onPress={press} /> })}
      />
      {below}
    </View>
  )
}

/** Elders of the week, each once. */
export const WeekRows = ({ people }: { people: readonly Person[] }) => (
  <>
    {people.map(person => (
      <WeekRow key={person.memberId} person={person} />
    ))}
  </>
)
