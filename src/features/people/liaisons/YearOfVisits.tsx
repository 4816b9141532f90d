import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { PhotoList } from '../../../components/PhotoList'
import { StateChip } from '../../../components/StateChip'
import { day } from '../../../components/times'
import { VoicePlayer } from '../../../components/VoicePlayer'
import type { Given } from '../../../platform/call'
import { shownFile } from '../../../platform/files'
import { shortPeriod, stateMarks } from './words'

type Item = Given<'liaison.visits'>['items'][number]

const Visit = ({ visit: { at, by, note, voiceFileId, photoFileIds } }: { visit: Item['visits'][number] }) => (
  <View className="stack">
    <View className="strong">{`${day(at)} ${by}`}</View>
    {note !== '' && <View>{note}</View>}
    {voiceFileId !== undefined && <VoicePlayer source={shownFile(voiceFileId)} words={`听${by}说`} />}
    <PhotoList fileIds={photoFileIds} of="走访" />
  </View>
)

const begun = (items: readonly Item[]): Item[] => items.filter(one => one.state !== 'upcoming' || one.visits.length > 0).reverse()

/** The periods of a year up to now, the latest first, each with what was told of it. */
export const YearOfVisits = ({ year, items }: { year: string; items: readonly Item[] }) => (
  <>
    {begun(items).map(item => (
      <Card key={item.period} title={shortPeriod(item.period, year)}>
        <StateChip {...stateMarks[item.state]} />
        {item.visits.map(visit => (
          <Visit key={visit.visitId} visit={visit} />
        ))}
      </Card>
    ))}
  </>
)
