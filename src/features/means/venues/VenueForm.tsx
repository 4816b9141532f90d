import { View } from '@tarojs/components'
import { useState } from 'react'
import { accesses, type Access, accessWords, type Circle } from '../../../../core/means/venues/kinds'
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
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
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

const Form = ({ orgId, venue }: { orgId: string; venue: Full | undefined }) => {
  const [name, setName] = useState(venue?.name ?? '')
  const [address, setAddress] = useState(venue?.address ?? '')
  const [point, setPoint] = useState(venue?.point)
  const [seats, setSeats] = useState(venue === undefined ? '' : String(venue.seats))
  const [access, setAccess] = useState<Access | undefined>(venue?.access === 'unknown' ? undefined : venue?.access)
  const [way, setWay] = useState(venue?.accessWords ?? '')
  const [things, setThings] = useState(
    (venue?.equipment ?? []).map(one => (one.count > 1 ? `${one.name} ${String(one.count)}` : one.name)).join('\n'),
  )
  const [opens, setOpens] = useState(venue?.opens ?? '08:30')
  const [closes, setCloses] = useState(venue?.closes ?? '17:30')
  const [days, setDays] = useState<string[]>(venue?.days.map(String) ?? everyDay)
  const [share, setShare] = useState<Sharing>(venue === undefined || venue.shared ? (venue?.sharing?.with ?? 'all') : 'own')
  const [sharedDays, setSharedDays] = useState<string[]>(venue?.sharing?.days?.map(String) ?? everyDay)
  const [ahead, setAhead] = useState(venue?.sharing?.aheadDays === undefined ? '' : String(venue.sharing.aheadDays))
  const [photos, setPhotos] = useState<readonly string[]>(venue?.photoFileIds ?? [])
  const [programmes, setProgrammes] = useState<Programme[]>(
    (venue?.programmes ?? []).map(one => ({ title: one.title, words: one.words ?? '' })),
  )
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
    if (answer?.ok) setSaved(answer.data.venueId)
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
        onChange={setName}
        max={40}
        placeholder="例如：二楼活动室"
        error={tried && wrong.name ? '请写一个名字' : undefined}
      />
      <Choice
        label="怎么上去（老同志先问这个）"
        options={ways}
        value={access}
        onChange={setAccess}
        error={tried && wrong.access ? '请选一个' : undefined}
      />
      <Field label="说仔细一点（可以不填）" value={way} onChange={setWay} max={60} placeholder="例如：电梯在东门，门口有三级台阶" />
      <Field
        label="坐几个人"
        value={seats}
        onChange={setSeats}
        keyboard="number"
        max={4}
        error={tried && wrong.seats ? '请写一个数' : undefined}
      />
      <Field label="地址（可以不填）" value={address} onChange={setAddress} max={60} placeholder="例如：湖滨路8号二楼" />
      <PointField
        removable
        label="在地图上的位置"
        hint="选了位置，才按远近排，到了门口才能按位置签到"
        point={point}
        onChange={setPoint}
        none="还没有选位置"
        known="位置选好了"
      />
      <TimeField label="几点开" value={opens} onChange={setOpens} />
      <TimeField label="几点关" value={closes} onChange={setCloses} error={tried && wrong.hours ? '要比开门晚' : undefined} />
      <Chips
        many
        narrow
        label="星期几开"
        options={weekdays}
        chosen={days}
        onPress={value => setDays(toggled(days, value))}
        error={tried && wrong.days ? '至少选一天' : undefined}
      />
      <Field
        label="有哪些设备"
        hint="一行写一样，后面可以写几个"
        value={things}
        onChange={setThings}
        max={400}
        tall
        placeholder={'投影仪\n话筒 2'}
      />
      <Choice label="给谁用" options={sharings} value={share} onChange={setShare} />
      {share !== 'own' && (
        <>
          <Chips
            many
            narrow
            label="别的支部星期几可以来"
            options={weekdays}
            chosen={sharedDays}
            onPress={value => setSharedDays(toggled(sharedDays, value))}
            error={tried && wrong.sharedDays ? '至少选一天' : undefined}
          />
          <Chips label="别的支部最多提前多久订" options={aheads} chosen={[ahead]} onPress={setAhead} />
          <Programmes programmes={programmes} onChange={setProgrammes} />
        </>
      )}
      <Photos
        label={`照片（最多 ${String(MOST_PHOTOS)} 张，可以不放）`}
        fileIds={photos}
        onChange={next => setPhotos(before => next(before))}
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
