-- One row a file that is loaded.
select source, file, read, accepted, rejected
from import
order by source, import
