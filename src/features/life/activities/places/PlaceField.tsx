import { View } from '@tarojs/components'
import { choosePlace } from '../../../../platform/place'
import { Button } from '../../../../components/Button'
import { Field } from '../../../../components/Field'
import { Icon } from '../../../../components/Icon'
import { PickOne } from '../../../../components/PickOne'
import { type Place, placeOf, type PlaceText, placeText } from './places'

interface Props {
  value: PlaceText
  onChange: (value: PlaceText) => void
  /** Places used before, to choose from. */
  usual: readonly Place[]
  error?: string | undefined
}

/** Where it is held: one of the usual places, a name typed, or a point on WeChat's map, which lets people sign in by being there. */
export const PlaceField = ({ value, onChange, usual, error }: Props) => {
  const { point, radius = 200 } = placeOf(value)
  const lost = !point && value.pointName !== ''
  const onMap = async () => {
    const chosen = await choosePlace()
    if (chosen) onChange(placeText(chosen))
  }
  return (
    <View className="stack">
      {usual.length > 1 && (
        <PickOne
          label="常用地点"
          options={usual.map(place => ({ value: place.name, words: place.name }))}
          value={usual.find(place => place.name === value.placeName)?.name}
          empty="从用过的地点里选"
          onChange={name => {
            const place = usual.find(one => one.name === name)
            if (place) onChange(placeText(place))
          }}
        />
      )}
      <Field label="地点" value={value.placeName} onChange={placeName => onChange({ ...value, placeName })} max={60} error={error} />
      {point && (
        <View className="row soft small">
          <Icon name="place" tone="soft" />
          <View className="grow">到了附近 {radius} 米以内，也能按位置签到</View>
        </View>
      )}
      {lost && (
        <Button
          onPress={() => onChange({ ...value, pointName: value.placeName.trim() })}
        >{`位置还在“${value.pointName}”，可按位置签到`}</Button>
      )}
      {process.env.TARO_ENV === 'weapp' && (
        <Button icon="place" onPress={onMap}>
          在地图上选位置
        </Button>
      )}
    </View>
  )
}
