import { View } from '@tarojs/components'
import { dateOf } from '../../../../core/shared/calendar'
import { Section } from '../../../components/Card'
import { PhotoList } from '../../../components/PhotoList'
import { Unfold } from '../../../components/Unfold'
import { type Entry, sayEntry } from './organization-words'

/** As many entries stand open. */
const OPEN = 8

const Line = ({ entry }: { entry: Entry }) => {
  const { at, on = dateOf(at), by, documentNo, fileIds = [] } = entry
  const below = [documentNo, by === '' ? undefined : `${by}办的`].filter(Boolean).join(' · ')
  return (
    <View className="list-row stack tight">
      <View className="soft small">{on}</View>
      <View>{sayEntry(entry)}</View>
      {fileIds.length > 0 && (
        <Unfold words={`看文件（${String(fileIds.length)} 张照片）`} icon="file" kind="quiet">
          {() => <PhotoList fileIds={fileIds} of={documentNo ?? sayEntry(entry)} />}
        </Unfold>
      )}
      {below !== '' && <View className="soft small">{below}</View>}
    </View>
  )
}

/** What happened to an organization, the latest first, each with its document. */
export const History = ({ entries }: { entries: readonly Entry[] }) => {
  const lines = entries.map((entry, nth) => <Line key={`${String(entry.at)}${entry.kind}${String(nth)}`} entry={entry} />)
  if (lines.length === 0) return null
  return (
    <Section title="经历">
      {lines.slice(0, OPEN)}
      {lines.length > OPEN && <Unfold words={`更早的 ${String(lines.length - OPEN)} 条`}>{() => <>{lines.slice(OPEN)}</>}</Unfold>}
    </Section>
  )
}
