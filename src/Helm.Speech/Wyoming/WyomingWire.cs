using System.Buffers;
using System.IO.Pipelines;

namespace Helm.Speech.Wyoming;

/// <summary>Reads and writes the events of one connection. One reader; writers wait for one another.</summary>
public sealed class WyomingWire(Stream stream) : IDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>The next event; null when the other end has gone between two.</summary>
    /// <exception cref="InvalidWyomingException">What came is no event.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<WyomingEvent?> ReadAsync(CancellationToken cancellation)
    {
        if (await ReadLineAsync(cancellation) is not { } line)
        {
            return null;
        }

        var header = WyomingHeader.Read(line);
        var data = header.Merge(await ReadExactlyAsync(header.DataLength, cancellation));
        return new WyomingEvent(header.Type, data, await ReadExactlyAsync(header.PayloadLength, cancellation));
    }

    /// <exception cref="IOException">The connection broke.</exception>
    public async Task WriteAsync(WyomingEvent sent, CancellationToken cancellation)
    {
        var message = WyomingHeader.Write(sent);
        await _writing.WaitAsync(cancellation);
        try
        {
            await stream.WriteAsync(message, cancellation);
            await stream.FlushAsync(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _reader.Complete();
        _writing.Dispose();
        stream.Dispose();
    }

    private async Task<byte[]?> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return read.Buffer.IsEmpty ? null : throw new InvalidWyomingException("the header is cut short");
            }

            if (read.Buffer.Length > WyomingHeader.LongestLine)
            {
                throw new InvalidWyomingException($"the header is longer than {WyomingHeader.LongestLine} bytes");
            }
        }
    }

    private async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellation)
    {
        if (count == 0)
        {
            return [];
        }

        var read = await _reader.ReadAtLeastAsync(count, cancellation);
        if (read.Buffer.Length < count)
        {
            _reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            throw new InvalidWyomingException("the event is cut short");
        }

        var content = read.Buffer.Slice(0, count).ToArray();
        _reader.AdvanceTo(read.Buffer.GetPosition(count));
        return content;
    }
}
