// The package is CommonJS whose named exports Node does not see, hence the default import in one place.
import chineseDays from 'chinese-days';

export const { findWorkday, isWorkday } = chineseDays;
