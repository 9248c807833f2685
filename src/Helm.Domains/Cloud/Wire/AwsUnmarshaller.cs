using System.Buffers;
using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Helm.Domains.Cloud.Wire;

/// <summary>Reads the bytes of an answer and lets the call make its value of them.</summary>
internal sealed class AwsUnmarshaller(AwsCall call) : ResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (BytesContext)input;
        var reply = new AwsReply(context.ReadAll(), context.Header);
        try
        {
            return new AwsResponse { Value = call.Read(reply) };
        }
        catch (Exception fault) when (fault is JsonException or XmlException or FormatException
            or InvalidOperationException or KeyNotFoundException)
        {
            // An IOException is what the SDK takes for a broken answer: reads are asked again.
            throw new IOException($"{call.Operation} was answered with something that is no {call.Service.Name} answer.", fault);
        }
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var context = (BytesContext)input;
        var (code, message) = AwsErrors.Read(context.ReadWhatComes(), context.Header);
        return new AmazonServiceException(
            message,
            innerException,
            (int)statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver,
            code,
            context.Header("x-amzn-RequestId") ?? "",
            statusCode);
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new BytesContext(responseStream, response);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException,
        IRequestContext requestContext) =>
        new BytesContext(responseStream, response);

    /// <summary>The SDK's context over plain bytes: it has no path and no elements.</summary>
    private sealed class BytesContext : UnmarshallerContext
    {
        private readonly Stream _stream;

        public BytesContext(Stream stream, IWebResponseData response)
        {
            _stream = stream;
            WebResponseData = response;
        }

        public override string CurrentPath => "";

        public override int CurrentDepth => 0;

        public override bool IsStartElement => false;

        public override bool IsEndElement => false;

        public override bool IsStartOfDocument => false;

        public string? Header(string name) =>
            WebResponseData.IsHeaderPresent(name) ? WebResponseData.GetHeaderValue(name) : null;

        public ReadOnlyMemory<byte> ReadAll()
        {
            var expected = WebResponseData.ContentLength;
            var bytes = new ArrayBufferWriter<byte>(expected is > 0 and < 16_000_000 ? (int)expected : 4096);
            int read;
            while ((read = _stream.Read(bytes.GetSpan(4096))) > 0)
            {
                bytes.Advance(read);
            }

            return bytes.WrittenMemory;
        }

        /// <summary>An error whose body breaks off is still that error.</summary>
        public ReadOnlyMemory<byte> ReadWhatComes()
        {
            try
            {
                return ReadAll();
            }
            catch (IOException)
            {
                return default;
            }
        }
    }
}
