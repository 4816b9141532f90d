import { View } from '@tarojs/components'
import { useState } from 'react'
import { accesses, accessWords, type Circle } from '../../../../core/means/venues/kinds'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { PointField } from '../../../components/PointField'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { go } from '../../../platform/go'
import { isPoint, type Point } from '../../../platform/place'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, maybe, oneOf, text } from '../../../platform/shape'
import type { Full } from './words'

const ways = accesses.filter(one => one !== 'unknown').map(value => ({ value, words: accessWords[value] }))
const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((words, index) => ({ value: String(index + 1), words }))
const everyDay = weekdays.map(one => one.value)
type Sharing = 'own' | Circle
const sharings: readonly { value: Sharing; words: string }[] = [
  { value: 'own', words: '只给自己支部用' },
  { value: 'street', words: '同一个街道（单位）的支部可以借' },
  { value: 'all', words: '哪个支部都可以借' },
]
const aheads = [
  { value: '', words: '不限' },
  ...[7, 14, 30].map(value => ({ value: String(value), words: `最多提前 ${String(value)} 天` })),
]
const MOST_PHOTOS = 6

const toggled = (list: readonly string[], value: string): string[] =>
  list.includes(value) ? list.filter(one => one !== value) : [...list, value].sort()

/** 话筒 2: one thing to a line, with how many there are; one where no number is said. */
const thingsOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [, name = line, count = '1'] = /^(.+?)\s*[x×*]?\s*(\d{1,3})?\s*(?:个|把|台|张|套)?$/u.exec(line) ?? []
      return { name: name.slice(0, 20), count: Math.max(1, Number(count)) }
    })

interface Programme {
  title: string
  words: string
}

interface ProgrammesProps {
  programmes: readonly Programme[]
  onChange: (next: Programme[]) => void
}

/** 套餐: what the owner has ready to be held in the room. */
const Programmes = ({ programmes, onChange }: ProgrammesProps) => {
  const change = (nth: number, part: Partial<Programme>) =>
    onChange(programmes.map((one, index) => (index === nth ? { ...one, ...part } : one)))
  return (
    <FieldFrame label="准备好的活动（可以不填）" hint="来借的支部可以一起订，例如：红色观影、书法体验">
      <View className="stack">
        {programmes.map((one, nth) => (
          // A line is known by its place: its words are being written.
          <View key={String(nth)} className="stack">
            <Field label={`第 ${String(nth + 1)} 个叫什么`} value={one.title} onChange={title => change(nth, { title })} max={40} />
            <Field label="怎么办" value={one.words} onChange={words => change(nth, { words })} max={300} tall />
            <Button kind="quiet" icon="remove" onPress={() => onChange(programmes.filter((_, index) => index !== nth))}>
              去掉这一个
            </Button>
          </View>
        ))}
        {programmes.length < 12 && (
          <Button icon="add" onPress={() => onChange([...programmes, { title: '', words: '' }])}>
            加一个
          </Button>
        )}
      </View>
    </FieldFrame>
  )
}

interface Draft {
  name: string
  address: string
  point: Point | null
  seats: string
  access: string
  way: string
  things: string
  opens: string
  closes: string
  days: string[]
  share: Sharing
  sharedDays: string[]
  ahead: string
  photos: string[]
  programmes: Programme[]
}
const isDraft = fields<Draft>({
  ...{ name: text, address: text, point: maybe(isPoint), seats: text, access: text, way: text, things: text, opens: text, closes: text },
  ...{ days: list(text), share: oneOf(sharings.map(one => one.value)), sharedDays: list(text), ahead: text, photos: list(text) },
  programmes: list(fields<Programme>({ title: text, words: text })),
})
const blank: Draft = {
  ...{ name: '', address: '', point: null, seats: '', access: '', way: '', things: '', opens: '08:30', closes: '17:30' },
  ...{ days: everyDay, share: 'all', sharedDays: everyDay, ahead: '', photos: [], programmes: [] },
}
const draftOf = (venue: Full): Draft => ({
  ...{ name: venue.name, address: venue.address, point: venue.point ?? null, seats: String(venue.seats) },
  ...{ access: venue.access, way: venue.accessWords ?? '', opens: venue.opens, closes: venue.closes, days: venue.days.map(String) },
  things: venue.equipment.map(one => (one.count > 1 ? `${one.name} ${String(one.count)}` : one.name)).join('\n'),
  share: venue.shared ? (venue.sharing?.with ?? 'all') : 'own',
  sharedDays: venue.sharing?.days?.map(String) ?? everyDay,
  ahead: venue.sharing?.aheadDays === undefined ? '' : String(venue.sharing.aheadDays),
  photos: venue.photoFileIds,
  programmes: venue.programmes.map(one => ({ title: one.title, words: one.words ?? '' })),
})

const Form = ({ orgId, venue }: { orgId: string; venue: Full | undefined }) => {
  const { draft, change, done } = useDraft(`venue/${venue?.venueId ?? orgId}`, isDraft, venue ? draftOf(venue) : blank)
  const { name, address, point, seats, way, things, opens, closes, days, share, sharedDays, ahead, photos, programmes } = draft
  const access = ways.find(one => one.value === draft.access)?.value
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState<string | undefined>()
  const save = useCommand('venue.save')
  const wrong = {
    name: name.trim() === '',
    seats: !(Number(seats) > 0),
    access: access === undefined,
    hours: opens >= closes,
    days: days.length === 0,
    sharedDays: share !== 'own' && sharedDays.length === 0,
  }
  const press = async () => {
    setTried(true)
    if (Object.values(wrong).includes(true) || access === undefined) return
    const sharing =
      share === 'own'
        ? undefined
        : {
            with: share,
            ...(sharedDays.length < 7 ? { days: sharedDays.map(Number) } : {}),
            ...(ahead === '' ? {} : { aheadDays: Number(ahead) }),
          }
    const answer = await save.run({
      ...{ orgId, name, address, seats: Number(seats), access, accessWords: way, opens, closes, days: days.map(Number) },
      ...{ equipment: thingsOf(things), shared: share !== 'own', photoFileIds: photos.slice(0, MOST_PHOTOS) },
      programmes: programmes.filter(one => one.title.trim() !== ''),
      ...(sharing ? { sharing } : {}),
      ...(point ? { point } : {}),
      ...(venue ? { venueId: venue.venueId } : {}),
    })
    if (!answer?.ok) return
    done(draft)
    setSaved(answer.data.venueId)
  }
  if (saved !== undefined)
    return (
      <Screen main={<BigButton onPress={() => go(routes.venue({ id: saved }))}>看看这个场地</BigButton>}>
        <Notice big tone="good" title={`${name}登记好了`}>
          <View>办活动、发通知的时候就能订；一个时间只有一家用。已经订了的，时间还是原来的。</View>
        </Notice>
        <LinkRow
          icon="qr"
          words="门口贴的码"
          note="扫一扫看今天谁在用，还能签到"
          onPress={() => go(routes.venueCode({ venueId: saved }))}
        />
      </Screen>
    )
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton busyWords="正在登记…" onPress={press}>
            登记
          </BigButton>
        </>
      }
    >
      <Field
        label="叫什么"
        value={name}
        onChange={next => change({ name: next })}
        max={40}
        placeholder="例如：二楼活动室"
        error={tried && wrong.name ? '请写一个名字' : undefined}
      />
      <Choice
        label="怎么上去（老同志先问这个）"
        options={ways}
        value={access}
        onChange={next => change({ access: next })}
        error={tried && wrong.access ? '请选一个' : undefined}
      />
      <Field
        label="说仔细一点（可以不填）"
        value={way}
        onChange={next => change({ way: next })}
        max={60}
        placeholder="例如：电梯在东门，门口有三级台阶"
      />
      <Field
        label="坐几个人"
        value={seats}
        onChange={next => change({ seats: next })}
        keyboard="number"
        max={4}
        error={tried && wrong.seats ? '请写一个数' : undefined}
      />
      <Field
        label="地址（可以不填）"
        value={address}
        onChange={next => change({ address: next })}
        max={60}
        placeholder="例如：湖滨路8号二楼"
      />
      <PointField
        removable
        label="在地图上的位置"
        hint="选了位置，才按远近排，到了门口才能按位置签到"
        point={point ?? undefined}
        onChange={next => change({ point: next ?? null })}
        none="还没有选位置"
        known="位置选好了"
      />
      <TimeField label="几点开" value={opens} onChange={next => change({ opens: next })} />
      <TimeField
        label="几点关"
        value={closes}
        onChange={next => change({ closes: next })}
        error={tried && wrong.hours ? '要比开门晚' : undefined}
      />
      <Chips
        many
        narrow
        label="星期几开"
        options={weekdays}
        chosen={days}
        onPress={value => change({ days: toggled(days, value) })}
        error={tried && wrong.days ? '至少选一天' : undefined}
      />
      <Field
        label="有哪些设备"
        hint="一行写一样，后面可以写几个"
        value={things}
        onChange={next => change({ things: next })}
        max={400}
        tall
        placeholder={'投影仪\n话筒 2'}
      />
      <Choice label="给谁用" options={sharings} value={share} onChange={next => change({ share: next })} />
      {share !== 'own' && (
        <>
          <Chips
            many
            narrow
            label="别的支部星期几可以来"
            options={weekdays}
            chosen={sharedDays}
            onPress={value => change({ sharedDays: toggled(sharedDays, value) })}
            error={tried && wrong.sharedDays ? '至少选一天' : undefined}
          />
          <Chips label="别的支部最多提前多久订" options={aheads} chosen={[ahead]} onPress={next => change({ ahead: next })} />
          <Programmes programmes={programmes} onChange={next => change({ programmes: next })} />
        </>
      )}
      <Photos
        label={`照片（最多 ${String(MOST_PHOTOS)} 张，可以不放）`}
        fileIds={photos}
        onChange={next => change(before => ({ photos: next(before.photos) }))}
      />
    </Screen>
  )
}

const Change = ({ venueId }: { venueId: string }) => {
  const query = useQuery('venue.get', { venueId })
  if (query.data) return <Form orgId={query.data.orgId} venue={query.data} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

/** A room, new or changed: how one gets in, how many it holds, when it is open, and to which branches. */
export const VenueForm = ({ venueId, orgId }: { orgId: string; venueId: string | undefined }) =>
  venueId === undefined ? <Form orgId={orgId} venue={undefined} /> : <Change venueId={venueId} />
