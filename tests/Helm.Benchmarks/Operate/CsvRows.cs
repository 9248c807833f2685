using System.Text;

namespace Helm.Benchmarks.Operate;

/// <summary>Rows of a comma-separated file with quoted fields.</summary>
internal static class CsvRows
{
    public static IEnumerable<string[]> Read(string file)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        using var reader = new StreamReader(file);
        while (reader.Read() is var letter and >= 0)
        {
            switch ((char)letter)
            {
                case '"':
                    Quoted(reader, field);
                    break;
                case ',' or '\n':
                    row.Add(field.ToString().TrimEnd('\r'));
                    field.Clear();
                    if (letter == '\n')
                    {
                        yield return [.. row];
                        row.Clear();
                    }

                    break;
                default:
                    field.Append((char)letter);
                    break;
            }
        }

        if (row.Count > 0)
        {
            yield return [.. row, field.ToString()];
        }
    }

    private static void Quoted(StreamReader reader, StringBuilder field)
    {
        while (reader.Read() is var letter and >= 0)
        {
            if (letter == '"' && reader.Peek() != '"')
            {
                return;
            }

            if (letter == '"')
            {
                reader.Read();
            }

            field.Append((char)letter);
        }
    }
}
