/**
 * Says whether a value that was kept on the phone is of a shape: what lies in its storage may be of an earlier version, or cut off.
 * Made of small parts, since zod would cost the mini-program 92 KB.
 */
export type Shape<T> = (value: unknown) => value is T

export const text: Shape<string> = value => typeof value === 'string'
export const number: Shape<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)
export const flag: Shape<boolean> = value => typeof value === 'boolean'

/** One of these words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Shape<T> =>
  (value): value is T =>
    words.some(word => word === value)

/** Null where there is none. */
export const maybe =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value)

export const list =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(one => shape(one))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each of these fields. */
export const fields =
  <T extends object>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> =>
  (value): value is T =>
    isObject(value) && Object.entries<Shape<unknown>>(shapes).every(([name, shape]) => shape(Reflect.get(value, name)))

/** Any names, each with a value of one shape. */
export const byName =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(one => shape(one))

/** A form whose fields are all typed text, by the names in `first`. */
export const texts =
  <T extends Record<string, string>>(first: T): Shape<T> =>
  (value): value is T =>
    isObject(value) && Object.keys(first).every(name => text(Reflect.get(value, name)))
