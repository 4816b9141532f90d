import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { sayRoom } from './words'
import { Bookings } from './desk/Bookings'
import { CloseDays } from './desk/CloseDays'
import { Loans } from './desk/Loans'

const End = ({ venueId, name, onDone }: { venueId: string; name: string; onDone: () => Promise<void> }) => {
  const end = useCommand('venue.end')
  const press = async () => {
    const answer = await end.run({ venueId })
    if (answer?.ok) await onDone()
  }
  return (
    <>
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Confirm
        question={`${name}以后都不用了？`}
        explain="后面订了的都会取消，订的人会收到消息；以前的记录都留着。"
        yes="是，不用了"
        no="接着用"
        onYes={press}
      >
        这个场地不用了
      </Confirm>
    </>
  )
}

/** A room for who keeps it: who has booked, what is lent, days on which it stays closed, its door's code. */
export const VenueDesk = ({ venueId }: { venueId: string }) => {
  const query = useQuery('venue.get', { venueId })
  return (
    <Screen
      main={
        query.data?.ended === false && (
          <BigButton icon="calendar-add" onPress={() => go(routes.venue({ id: venueId }))}>
            订一次
          </BigButton>
        )
      }
    >
      <Loaded query={query}>
        {venue => (
          <View className="stack">
            <Title>{venue.name}</Title>
            <View className="soft">{sayRoom(venue)}</View>
            {venue.ended && <Notice tone="warn" title="这个场地不用了" />}
            <Bookings key={String(venue.ended)} venueId={venueId} />
            {!venue.ended && (
              <>
                {venue.equipment.length > 0 && <Loans venue={venue} />}
                <LinkRow
                  icon="edit"
                  words="改这个场地"
                  note="开放时间、给谁用、设备、照片、套餐"
                  onPress={() => go(routes.editVenue({ orgId: venue.orgId, venueId }))}
                />
                <LinkRow
                  icon="qr"
                  words="门口贴的码"
                  note="扫一扫看今天谁在用，还能签到"
                  onPress={() => go(routes.venueCode({ venueId }))}
                />
                <Unfold words="关几天，或者重新开" icon="calendar-off">
                  {close => <CloseDays venueId={venueId} onDone={close} />}
                </Unfold>
              </>
            )}
            <ExportButton
              words="导出这个场地的登记"
              name="场地使用.xlsx"
              make={() => call('venue.export', { orgId: venue.orgId, venueId }, { commandId: newId() })}
            />
            {!venue.ended && <End venueId={venueId} name={venue.name} onDone={query.reload} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
