# What layout costs a synthesis of two pages: set and printed, and printed alone.
"$bench/pdf_floor" 1000
