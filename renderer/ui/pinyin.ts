export * from '../../shared/text/pinyin.ts'
