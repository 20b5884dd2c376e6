INSERT INTO note (source_id, text) VALUES (4711, 'belongs to nothing');
