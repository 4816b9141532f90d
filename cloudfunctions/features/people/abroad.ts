import { isPhone, readPhones, type Abroad } from '../../../core/people/roster/phones'

/** Reads numbers abroad by what is known of every country's numbers; loaded on first use, since few requests hold a number at all. */
export const abroadReader = async (): Promise<Abroad> => {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  return written => {
    const [main = '', extended] = written.split(',')
    // Some write the 0 of a country's own dialling in brackets or behind its code; nowhere but in a few countries does a number begin so.
    const read = (text: string) => parsePhoneNumberFromString(text.replace(/^\s*00/, '+'))
    const number = [main, main.replace('(0)', '')].map(read).find(one => one?.isPossible() === true)
    if (!number || number.countryCallingCode === '86') return null
    const extension = extended ?? number.ext
    return extension === undefined ? number.number : `${number.number},${extension}`
  }
}

/** The one number that was typed, as it is stored (see `readPhones`); null where it is none, or more than a number. */
export const oneNumber = async (typed: string): Promise<string | null> => {
  const { value, fault } = readPhones(typed, await abroadReader())
  const [phone, another] = value?.phones ?? []
  return fault === null && value?.words === '' && phone !== undefined && another === undefined && isPhone(phone) ? phone : null
}
