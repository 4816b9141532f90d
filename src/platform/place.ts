import Taro from '@tarojs/taro'
import { fields, number } from './shape'

export interface Point {
  lng: number
  lat: number
}

export const isPoint = fields<Point>({ lng: number, lat: number })

const onPhone = async (): Promise<Point> => {
  const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true })
  return { lng: longitude, lat: latitude }
}

const onDesk = () =>
  new Promise<Point>((found, failed) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lng: coords.longitude, lat: coords.latitude }),
      error => failed(new Error(error.message)),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  })

/** Where the phone is; undefined when it may not or cannot say. Asked for only when the person presses. */
export const here = async (): Promise<Point | undefined> => {
  try {
    return await (process.env.TARO_ENV === 'h5' ? onDesk() : onPhone())
  } catch (error) {
    console.error('The place could not be found', error)
    return undefined
  }
}

/** Lets the person point at a place on WeChat's map; undefined when they turned back, or on the desk, which has no map. */
export const choosePlace = async (): Promise<{ name: string; point: Point } | undefined> => {
  if (process.env.TARO_ENV === 'h5') return undefined
  try {
    const { name, address, longitude, latitude } = await Taro.chooseLocation({})
    return { name: name || address, point: { lng: longitude, lat: latitude } }
  } catch {
    // Turning back from the map is told as an error.
    return undefined
  }
}

/** Shows the way to a place on WeChat's own map. The desk has none. */
export const showPlace = ({ lng, lat }: Point, name: string) => {
  Taro.openLocation({ longitude: lng, latitude: lat, name, scale: 17 }).catch((error: unknown) =>
    console.error('The map could not be opened', error),
  )
}
