import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Portrait } from '../../../components/Portrait'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import type { KnownActing } from '../../people/public'
import { GrantForm } from './GrantForm'
import { Granted } from './Granted'
import { Proposals } from './Proposals'

const officers = ['secretary', 'street', 'bureau']

interface Props {
  /** The reader's own branch unless one is named. */
  orgId: string | undefined
  year: number | undefined
  acting: KnownActing
}

/** 荣誉墙: who was honoured in a year; for officers what waits for a word, granting and taking back. */
export const Honours = ({ orgId: named, year: first, acting }: Props) => {
  const thisYear = Number(dateOf(now()).slice(0, 4))
  const [year, setYear] = useState(first ?? thisYear)
  const grants = acting.me.grants.filter(one => officers.includes(one.role))
  const orgId = named ?? grants[0]?.orgId ?? acting.person.branchId
  const runs = grants.some(one => one.orgId === orgId)
  const wanted = { orgId, year, ...acting.forMemberId }
  const query = useQuery('honour.wall', wanted)
  const { items, more, refusal } = usePages(query, cursor => call('honour.wall', { ...wanted, cursor }))
  const [granting, setGranting] = useState<{ memberId: string; name: string; hours?: number } | true | undefined>()
  const [listing, setListing] = useState(false)
  const [said, setSaid] = useState<string | undefined>()
  const done = (words?: string) => {
    setGranting(undefined)
    setSaid(words)
    if (words !== undefined) void query.reload()
  }
  if (granting !== undefined) return <GrantForm orgId={orgId} to={granting === true ? undefined : granting} onDone={done} />
  if (listing) return <Granted orgId={orgId} year={year} onBack={() => setListing(false)} onChanged={query.reload} />
  const side = (
    <>
      <View>
        <Title>{`${String(year)}年荣誉墙`}</Title>
        <View className="soft">{query.data?.orgName ?? ''}</View>
      </View>
      {said !== undefined && <Notice tone="good" title={said} onSeen={() => setSaid(undefined)} />}
      <PickOne
        label="哪一年"
        options={[thisYear, thisYear - 1, thisYear - 2].map(one => ({ value: String(one), words: `${String(one)}年` }))}
        value={String(year)}
        onChange={one => setYear(Number(one))}
      />
      {runs && <Proposals key={said ?? ''} orgId={orgId} onGrant={setGranting} />}
      {runs && (
        <>
          <Button icon="list" onPress={() => setListing(true)}>
            台账，也在这里收回
          </Button>
          <ExportButton words="导出 Excel" icon="sheet" name="荣誉台账.xlsx" make={() => call('honour.export', { orgId, year })} />
        </>
      )}
      <LinkRow icon="award" words="我的荣誉" note="看证书" onPress={() => go(routes.myHonours())} />
    </>
  )
  return (
    <Screen
      wide
      main={
        runs && (
          <BigButton icon="award" onPress={() => setGranting(true)}>
            授予荣誉
          </BigButton>
        )
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={2}>
          {() => (
            <>
              {items.length === 0 && <Empty icon="star-full" title="这一年还没有授予荣誉" hint="授予以后，名字和荣誉会列在这面墙上。" />}
              <SideBySide>
                {items.map(one => (
                  <PersonRow
                    key={one.honourId}
                    name={one.name}
                    face={<Portrait name={one.name} fileId={one.photoFileId} />}
                    note={`${one.title} · ${sayDay(one.on)} · ${one.orgName}`}
                  />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
