-- Misspelt words are found by the words one slip away; likeness of whole texts took seconds among 200,000 of them.
drop index search_entry_lead_idx;
