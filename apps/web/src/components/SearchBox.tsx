import { useState } from 'react';
import { Search } from './late';

interface Props {
  id?: string;
  label: string;
  /** What is looked for now, as the address says it. */
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
}

/** A field to look for text: Enter looks, and an emptied field looks for nothing any more. */
export function SearchBox({ id, label, q, onSearch }: Props) {
  const [text, setText] = useState(q ?? '');
  return (
    <Search
      id={id}
      className="filter-text"
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '') onSearch(undefined);
      }}
      onSearch={(value) => onSearch(value.trim() || undefined)}
    />
  );
}
